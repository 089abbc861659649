// The number of a cluster with the sign it has on the map.
import classes from './cluster.module.css';
import { signOf } from './signs.ts';

export function ClusterSign({ number }: { readonly number: number }) {
  const { color, path } = signOf(number);
  return (
    <span className={classes.sign}>
      <svg viewBox="-5 -5 10 10" width="12" height="12" aria-hidden="true">
        <path d={path} fill={color} />
      </svg>
      {number}
    </span>
  );
}
