import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether certificates can be made on this machine. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/**
 * Makes a certificate for this machine that nobody has signed but itself, in a folder of its own.
 * @returns its file, and the settings by which a server shows it to whoever wants TLS, and still speaks to others
 */
export async function makeCertificate(
  folder: string,
): Promise<{ certificate: string; settings: string[] }> {
  await mkdir(folder, { recursive: true });
  const { status, stderr } = spawnSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
      ...['-keyout', 'private.key', '-out', 'public.crt'],
      ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`);
  const policy = 'dbms.ssl.policy.bolt';
  return {
    certificate: join(folder, 'public.crt'),
    settings: [
      `${policy}.enabled=true`,
      `${policy}.base_directory=${folder}`,
      `${policy}.private_key=private.key`,
      `${policy}.public_certificate=public.crt`,
      `${policy}.client_auth=NONE`,
      'server.bolt.tls_level=OPTIONAL',
    ],
  };
}
