import { createApp } from './src/app.js';

const port = process.env.PORT ?? 3000;
createApp().listen(port, () => console.log(`Listening on port ${port}`));
