import ssh2 from 'ssh2';

// The package is CommonJS, and Node sees none of these names in it.
export const { Client, Server, utils } = ssh2;
