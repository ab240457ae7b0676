using System.Text.Json;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>What Telegram would say to a request before doing anything.</summary>
public sealed class RequestRules
{
    private readonly TypeRules _types = new(BotApi.Shared);

    public static RequestRules Shared { get; } = new();

    public IReadOnlyList<string> ProblemsOf(string method, JsonElement parameters)
    {
        if (BotApi.Shared.Method(method) is not { } rule)
        {
            return ["unknown method"];
        }

        if (parameters.ValueKind != JsonValueKind.Object)
        {
            return ["can't parse request JSON object"];
        }

        List<string> problems = [];
        _types.CheckFields("", parameters, rule.Parameters, problems);
        KeyboardRules.Check(parameters, problems);
        ConditionalRules.Check(rule.Name, parameters, problems);
        return problems;
    }
}
