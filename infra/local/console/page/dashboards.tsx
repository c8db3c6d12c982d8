/// <reference lib="dom" />
import { render } from 'preact';
import { Dashboards } from './board/dashboards.tsx';

render(<Dashboards />, document.getElementById('console')!);
