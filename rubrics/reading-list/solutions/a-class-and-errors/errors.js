export class BadRequest extends Error {
  status = 400;
}

export class NotFound extends Error {
  status = 404;
}
