/* eslint-disable */
// jscpd:ignore-start
// @ts-nocheck
// prettier-ignore
export const add = () => 0; // eslint-disable-line
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIi9ldGMvcGFzc3dkIl0sIm1hcHBpbmdzIjoiQUFBQSJ9
//# sourceURL=/opt/touchstone/host.mjs
throw new Error('from a place that a source map moves');
