// Node has no bundler condition that separates server from browser; tests always run on the server side.
export {};
