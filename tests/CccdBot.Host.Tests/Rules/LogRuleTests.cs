using System.Reflection;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CccdBot.Host.Tests.Rules;

/// <summary>A log line is an event with ids, never a person: log methods take nothing that could carry one.</summary>
public sealed partial class LogRuleTests
{
    private static readonly Type[] Ours = [.. typeof(CccdDb).Assembly.GetTypes(), .. typeof(House).Assembly.GetTypes()];

    private static readonly HashSet<Type> Harmless =
        [typeof(int), typeof(long), typeof(double), typeof(bool), typeof(Guid), typeof(TimeSpan), typeof(DateTime)];

    /// <summary>Strings that are names of ours: a channel, a command, an exception's type, a class of outcome, a mode.</summary>
    private static readonly HashSet<string> NamesOfOurs = ["channel", "topic", "problem", "result", "way"];

    [Fact]
    public void Log_methods_take_ids_counts_and_names_of_ours_only()
    {
        var methods = LogMethodsOf(Ours).ToList();

        Assert.True(methods.Count >= 10);
        Assert.Empty(methods.SelectMany(Suspicious));
    }

    [Fact]
    public void Nobody_logs_but_through_such_a_method() => Assert.Empty(FreeLoggersIn(Ours));

    [Fact]
    public void Canary_a_name_an_address_and_a_free_text_are_seen()
    {
        var bad = LogMethodsOf([typeof(Talkative)]).SelectMany(Suspicious).ToList();

        Assert.Equal(["address", "name", "person"], bad.Select(found => found.Split(' ')[^1]).Order());
        Assert.Equal([typeof(LogRuleTests)], FreeLoggersIn([typeof(Talkative)]));
    }

    private static IEnumerable<MethodInfo> LogMethodsOf(IEnumerable<Type> types) => types
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null);

    private static IEnumerable<string> Suspicious(MethodInfo method) => method.GetParameters()
        .Where(parameter => !IsHarmless(parameter))
        .Select(parameter => $"{method.DeclaringType!.Name}.{method.Name} takes {parameter.ParameterType.Name} {parameter.Name}");

    private static bool IsHarmless(ParameterInfo parameter) =>
        Harmless.Contains(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
        || parameter.ParameterType.IsEnum
        || typeof(Exception).IsAssignableFrom(parameter.ParameterType)
        || typeof(ILogger).IsAssignableFrom(parameter.ParameterType)
        || (parameter.ParameterType == typeof(string) && NamesOfOurs.Contains(parameter.Name!));

    private static IEnumerable<Type> FreeLoggersIn(IEnumerable<Type> types) => CodeReader.CallsIn(types)
        .Where(call => call.Called.DeclaringType == typeof(LoggerExtensions) || call.Called.DeclaringType?.FullName == "Serilog.Log")
        .Select(call => call.Caller).Distinct();

    private sealed partial class Talkative(ILogger log)
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Name} at {Address}, {Person}")]
        public partial void LogPerson(string name, ChannelAddress address, object person);

#pragma warning disable CA1848, CA2254, CA1873
        public void Chat(string text) => log.LogInformation(text);
#pragma warning restore CA1848, CA2254, CA1873
    }
}
