import type Docker from 'dockerode';

/** A container that sends back whatever it is sent, over its attached streams. */
export interface Echo {
  /** How long `count` small messages took, one after the other, there and back: microseconds for each. */
  microseconds: (count: number) => Promise<number>;
  close: () => Promise<void>;
}

/** About as long as a call's frame. */
const MESSAGE = Buffer.alloc(64, 'x');

export async function openEcho(docker: Docker, image: string): Promise<Echo> {
  const container = await docker.createContainer({
    Image: image,
    Cmd: ['cat'],
    NetworkDisabled: true,
    OpenStdin: true,
    StdinOnce: true,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    HostConfig: { LogConfig: { Type: 'none', Config: {} } },
  });
  const stream = await container.attach({ stream: true, stdin: true, stdout: true, hijack: true });
  await container.start();
  const back = () =>
    new Promise<void>((resolve) => {
      stream.once('data', () => {
        resolve();
      });
      stream.write(MESSAGE);
    });
  return {
    microseconds: async (count) => {
      await back();
      const started = performance.now();
      for (let at = 0; at < count; at += 1) await back();
      return ((performance.now() - started) * 1000) / count;
    },
    close: async () => {
      await container.remove({ force: true });
    },
  };
}
