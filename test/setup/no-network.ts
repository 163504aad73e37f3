// Nothing goes out from a test either: any attempt to open a connection fails the test that made it, by name.
import './refuse-connections.mjs';
