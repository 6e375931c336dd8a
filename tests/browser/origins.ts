/** Where the sites are served in this run. */
export const origins = {
  fixture: `http://localhost:${process.env['TEST_PORT']!}`,
  extremes: `http://localhost:${process.env['TEST_PORT_EXTREMES']!}`,
  shelf: `http://localhost:${process.env['TEST_PORT_SHELF']!}`,
};
