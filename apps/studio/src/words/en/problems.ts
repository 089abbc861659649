// The problems panel, and reasons why the server was of no help.
export const problems = {
  title: 'Problems',
  none: 'No problems',
  error: 'Error',
  warning: 'Warning',
  info: 'Remark',
  errors_one: '{count} error',
  errors_other: '{count} errors',
  warnings_one: '{count} warning',
  warnings_other: '{count} warnings',
  infos_one: '{count} remark',
  infos_other: '{count} remarks',
  repair: 'Repair',
  wholeFlow: 'The flow',
  network: 'The server cannot be reached',
} as const;
