import { z } from 'zod';

/** GitHub's headers of a delivery. https://docs.github.com/en/webhooks/webhook-events-and-payloads#delivery-headers */
const DeliveryHead = z.object({
  'content-type': z.string().regex(/^application\/json\b/i, 'expected application/json'),
  'x-github-delivery': z.string().regex(/^[\w-]{1,100}$/, 'expected an id'),
  'x-github-event': z.string().regex(/^[a-z_]{1,100}$/, 'expected the name of an event'),
  'x-hub-signature-256': z.string().regex(/^sha256=[0-9a-f]{64}$/, 'expected sha256=<64 hexadecimal digits>'),
});

export interface DeliveryHead {
  id: string;
  event: string;
  signature: string;
}

/** Reads the headers of a delivery, or says which of them is wrong. */
export function readDeliveryHead(headers: Headers): { head: DeliveryHead } | { problem: string } {
  const parsed = DeliveryHead.safeParse(Object.fromEntries(headers));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { problem: `${String(issue?.path[0])}: ${issue?.message ?? 'wrong'}` };
  }
  return {
    head: {
      id: parsed.data['x-github-delivery'],
      event: parsed.data['x-github-event'],
      signature: parsed.data['x-hub-signature-256'],
    },
  };
}
