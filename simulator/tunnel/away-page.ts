/** What the browser shows while the app starts or restarts. */
export const AWAY_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="2">
<title>Holdfast is starting</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; color: #303030; background: #f4f4f2; display: grid; place-items: center; min-height: 90vh; margin: 0; }
main { max-width: 26rem; padding: 2rem; background: #fff; border: 1px solid #e2e2de; border-radius: 12px; }
h1 { font-size: 1.2rem; margin: 0 0 .5rem; }
p { margin: 0; color: #616161; }
</style>
</head>
<body><main>
<h1>Holdfast does not answer yet</h1>
<p>The app is starting, or it was stopped. This page tries again every two seconds.</p>
</main></body>
</html>
`;
