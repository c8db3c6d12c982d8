/** The empty page a custom widget is shown in: what CloudWatch gives its tables, links and buttons, in the console's colours. */
export const WIDGET_FRAME = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Custom widget</title>
<style>
:root { color-scheme: light dark; }
:root[data-theme=light] { color-scheme: light; }
:root[data-theme=dark] { color-scheme: dark; }
body { margin: 0; padding: 4px 12px 10px; color: light-dark(#1d2026, #e6e9ee); background: light-dark(#ffffff, #171b22);
  font: 13px / 1.45 "Inter", "Segoe UI", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; }
th { position: sticky; top: 0; background: light-dark(#ffffff, #171b22); color: light-dark(#5a5f69, #a3adbb);
  font-weight: 500; text-align: left; }
th, td { padding: 6px 8px 6px 0; border-bottom: 1px solid light-dark(#dedad1, #2b323d); vertical-align: top; }
td:last-child { width: 1%; white-space: nowrap; text-align: right; }
small { color: light-dark(#5a5f69, #a3adbb); }
.btn { display: inline-block; padding: 2px 10px; border: 1px solid light-dark(#8d877b, #5c6778); border-radius: 6px;
  color: light-dark(#1d2026, #e6e9ee); font-size: 12px; text-decoration: none; cursor: pointer; }
.btn:hover { background: light-dark(#f3f1ec, #1e242d); }
:focus-visible { outline: 2px solid light-dark(#1a5fd0, #8ab4ff); outline-offset: 1px; }
cwdb-action { display: none; }
</style>
</head>
<body></body>
</html>
`;
