// Loaded into every child: none outlives the process that started it, however that one ended.
process.on('disconnect', () => process.exit(0));
