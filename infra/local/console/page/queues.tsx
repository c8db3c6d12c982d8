import type { QueueView } from '../snapshot.ts';

/** How much lies in every queue: ready to be taken, delayed to its instant, being worked on. */
export function Queues({ queues }: { readonly queues: readonly QueueView[] }) {
  return (
    <table class="queues">
      <thead>
        <tr>
          <th>queue</th>
          <th>ready</th>
          <th>delayed</th>
          <th>in flight</th>
        </tr>
      </thead>
      <tbody>
        {queues.map(queue => (
          <tr key={queue.key}>
            <th scope="row">{queue.key}</th>
            <td>{queue.ready}</td>
            <td>{queue.delayed}</td>
            <td>{queue.inFlight}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
