using ScoSearch.Cli;

return CommandLine.Run(args);
