using CccdBot.Core.Channels;
using CccdBot.Host.Settings;

namespace CccdBot.Host.Channels.Telegram;

/// <summary>Opens the Telegram door, when there is a token.</summary>
internal static class TelegramRegistration
{
    public static IServiceCollection AddTelegram(this IServiceCollection house, TelegramSettings settings)
    {
        if (!settings.IsOn)
        {
            return house;
        }

        house.AddSingleton(settings)
            .AddSingleton<TelegramLine>()
            .AddSingleton<TelegramPause>()
            .AddSingleton<TelegramDoor>()
            .AddSingleton<TelegramSetup>()
            .AddSingleton<TelegramEnclosures>()
            .AddSingleton<TelegramChannel>()
            .AddSingleton<IChannel>(services => services.GetRequiredService<TelegramChannel>());
        return settings.UsesWebhook ? house.AddHostedService<TelegramWebhookSetup>() : house.AddHostedService<TelegramPoller>();
    }

    public static void MapTelegram(this WebApplication app)
    {
        if (app.Services.GetService<TelegramSettings>() is { UsesWebhook: true })
        {
            TelegramWebhook.Map(app);
        }
    }
}
