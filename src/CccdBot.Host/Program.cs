return await CccdBot.Host.House.RunAsync(args);
