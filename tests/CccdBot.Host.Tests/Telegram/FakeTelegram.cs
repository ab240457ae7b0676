using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>A Bot API server of our own on a free port: it answers, remembers, finds fault and fails on request.</summary>
public sealed partial class FakeTelegram : IAsyncDisposable
{
    private const string PathStart = "/bot";
    private const string PollMethod = "getUpdates";

    private readonly FakeTelegramOptions _options;
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly Chats _chats = new();
    private readonly FakeFiles _files = new();
    private readonly CallLog _log;
    private readonly UpdateQueue _queue;
    private readonly BotMethods _methods;
    private readonly RateLimits _limits;
    private readonly string _pathOfBot;
    private int _lastCall;
    private int _polls;

    private FakeTelegram(FakeTelegramOptions options)
    {
        _options = options;
        _log = new CallLog(options.RecordsCalls);
        _queue = new UpdateQueue(options.RecordsCalls);
        _methods = new BotMethods(_chats, _queue, _files, options.Clock);
        _limits = new RateLimits(options.Clock, options.InFlightGrace);
        _pathOfBot = PathStart + Token + "/";
        Updates = new Updates(_chats, _queue, options.Clock);
        _app = Build();
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>As the library wants it: no slash at the end.</summary>
    public string BaseUrl => Address.GetLeftPart(UriPartial.Authority);

    public string Token { get; } = $"{FakeBot.Id}:FAKE-token-of-the-fake-server-000001";

    /// <summary>What goes wrong with a call; asked once for each, polls included.</summary>
    public Func<ApiCall, Fault?>? Faults { get; set; }

    /// <summary>Called with each call after its outcome is known and before it is answered, polls included.</summary>
    public Action<ApiCall>? OnCall { get; set; }

    /// <summary>Requests the real server would not have taken; a good test ends with none.</summary>
    public IReadOnlyList<string> Violations => [.. _violations];

    public int RefusedForRate => _limits.Refused;

    /// <summary>Messages tried before retry_after had passed.</summary>
    public int CallsInsideForbiddenWindow => _limits.Disobeyed;

    public int Polls => Volatile.Read(ref _polls);

    public ApiCall? LastPoll { get; private set; }

    public static async Task<FakeTelegram> StartAsync(FakeTelegramOptions? options = null)
    {
        var server = new FakeTelegram(options ?? new FakeTelegramOptions());
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        _closing.Dispose();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, _options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        app.Run(HandleAsync);
        return app;
    }

    private async Task HandleAsync(HttpContext http)
    {
        try
        {
            await AnswerAsync(http);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or IOException))
        {
            // Kestrel would answer a mute 500; a throwing hook of a test must be found.
            _violations.Enqueue($"the fake itself failed: {failure}");
            throw;
        }
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith($"/file{_pathOfBot}", StringComparison.Ordinal))
        {
            await _files.DownloadAsync(http, path);
            return;
        }

        if (!path.StartsWith(_pathOfBot, StringComparison.Ordinal))
        {
            await RefusalOfPath(path).SendAsync(http);
            return;
        }

        var name = path.AsMemory(_pathOfBot.Length);
        var rule = BotApi.Shared.Method(name.Span);
        var call = NewCall(rule?.Name ?? name.ToString(), await CallParameters.ReadAsync(http.Request, rule)) with
        {
            Files = await CallParameters.FilesAsync(http.Request),
        };
        var (answer, fault) = Judge(call, rule);
        if (fault is Fault.Delay delay)
        {
            await Task.Delay(delay.For, _options.Clock, _closing.Token);
        }

        answer ??= await AcceptAsync(call, rule!, fault, http.RequestAborted);
        Note(call with { Outcome = answer.Outcome, MessageId = answer.MessageId ?? call.MessageId });
        await answer.SendAsync(http);
    }

    private static Answer RefusalOfPath(string path) =>
        path.StartsWith(PathStart, StringComparison.Ordinal) && path.Contains(':', StringComparison.Ordinal)
            ? Answer.Error(401, "Unauthorized")
            : Answer.Error(404, "Not Found");

    private ApiCall NewCall(string method, System.Text.Json.JsonElement parameters)
    {
        var number = method == PollMethod ? Interlocked.Increment(ref _polls) : Interlocked.Increment(ref _lastCall);
        return ApiCall.Read(number, method, parameters, _options.Clock.GetUtcNow());
    }

    /// <summary>The answer of a call that is not accepted, and the fault of one that is.</summary>
    private (Answer? Answer, Fault? Fault) Judge(ApiCall call, MethodRule? rule)
    {
        _limits.CountDisobedience(call);
        var problem = rule is null || _options.Validates ? ProblemOf(call) : null;
        var fault = Faults?.Invoke(call);
        if (fault is Fault.TooManyRequests { RetryAfterSeconds: var seconds })
        {
            _limits.Forbid(seconds);
        }

        var refusal = fault?.InsteadOfAccepting() ?? RefusalForRate(call) ?? RefusalFor(problem, rule);
        return (refusal, fault);
    }

    private string? ProblemOf(ApiCall call)
    {
        var problems = RequestRules.Shared.ProblemsOf(call.Method, call.Parameters);
        foreach (var problem in problems)
        {
            _violations.Enqueue($"{call.Method}: {problem}");
        }

        return problems.Count > 0 ? problems[0] : null;
    }

    private Answer? RefusalForRate(ApiCall call) =>
        _options.EnforcesLimits && _limits.Refuse(call) is { } seconds ? Answer.TooManyRequests(seconds) : null;

    private static Answer? RefusalFor(string? problem, MethodRule? rule)
    {
        if (rule is null)
        {
            return Answer.Error(404, "Not Found");
        }

        return problem is null ? null : Answer.BadRequest(problem);
    }

    private async ValueTask<Answer> AcceptAsync(ApiCall call, MethodRule rule, Fault? fault, CancellationToken aborted)
    {
        var normal = call.Method == PollMethod ? await PollAsync(call, aborted) : _methods.Run(call, rule);
        return fault is null || normal.Outcome != Answer.Accepted ? normal : fault.AfterAccepting(normal);
    }

    private async Task<Answer> PollAsync(ApiCall call, CancellationToken aborted)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, _closing.Token);
        return await _methods.PollAsync(call, either.Token);
    }
}
