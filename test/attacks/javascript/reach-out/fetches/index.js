import http2 from 'node:http2';
import https from 'node:https';
import tls from 'node:tls';

process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
process.env.HTTP_PROXY = process.env.HTTPS_PROXY = 'http://172.17.0.1:3128';
const targets = ['http://172.17.0.1:47011/', 'https://registry.npmjs.org/', 'http://169.254.169.254/latest/meta-data/', 'http://metadata.google.internal/', 'http://[fd00:ec2::254]/', 'http://127.1:47011', 'http://2130706433:47011', 'file:///etc/passwd', 'ws://172.17.0.1:47011'];
const found = [];
for (const target of targets) {
  const asked = [
    () => fetch(target, { signal: AbortSignal.timeout(300) }).then((response) => response.text()),
    () => new Promise((resolve, reject) => https.get(target, resolve).on('error', reject)),
    () => new Promise((resolve, reject) => http2.connect(target).on('connect', resolve).on('error', reject)),
    () => new Promise((resolve, reject) => tls.connect(443, new URL(target).hostname, resolve).on('error', reject)),
    () => import(target).then(JSON.stringify),
  ];
  for (const ask of asked) {
    try {
      const got = await Promise.race([ask(), new Promise((_, reject) => setTimeout(reject, 200))]);
      found.push(`${target} answered ${String(got).slice(0, 50)}`);
    } catch {
      // It does not.
    }
  }
}
throw new Error(found.length > 0 ? `got out: ${found}` : 'nothing answers');
