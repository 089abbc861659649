// The problems panel, and reasons why the server was of no help.
export const problems = {
  title: 'Problems',
  none: 'No problems',
  error: 'Error',
  warning: 'Warning',
  info: 'Remark',
  wholeFlow: 'The flow',
  network: 'The server cannot be reached',
} as const;
