// Loaded into every program a test starts (`node --import`): nothing may go out, by any door node has.
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

function refuse(door) {
  return () => {
    throw new Error(`outbound connection attempted by ${door}`);
  };
}

net.Socket.prototype.connect = refuse('net');
dgram.Socket.prototype.send = refuse('dgram');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6'])
  dns[name] = dns.promises[name] = refuse(`dns.${name}`);
