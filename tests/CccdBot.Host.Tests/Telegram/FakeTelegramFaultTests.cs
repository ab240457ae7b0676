using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;

namespace CccdBot.Host.Tests.Telegram;

public sealed class FakeTelegramFaultTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly HttpClient _http = new();
    private FakeTelegram _server = null!;

    public async Task InitializeAsync() => _server = await FakeTelegram.StartAsync(new() { Clock = _clock });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Too_many_requests_opens_a_window_in_which_calls_are_counted()
    {
        _server.Faults = call => call.Number == 1 ? new Fault.TooManyRequests(7) : null;

        var refused = await SendAsync();
        await SendAsync();
        _clock.Advance(TimeSpan.FromSeconds(7));
        await SendAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("\"parameters\":{\"retry_after\":7}", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, _server.CallsInsideForbiddenWindow);
        Assert.Equal([false, true, true], _server.Calls.Select(call => call.IsAccepted));
    }

    [Fact]
    public async Task A_call_already_on_its_way_is_refused_but_no_disobedience()
    {
        await using var server = await FakeTelegram.StartAsync(
            new() { Clock = _clock, EnforcesLimits = true, InFlightGrace = TimeSpan.FromMilliseconds(200) });
        server.Faults = call => call.Number == 1 ? new Fault.TooManyRequests(7) : null;

        await SendAsync(server);
        var onItsWay = await SendAsync(server);
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        await SendAsync(server);
        await _http.PostAsJsonAsync(new Uri(server.Address, $"/bot{server.Token}/editMessageText"), new { chat_id = 7, message_id = 1, text = "x" });
        await _http.GetAsync(new Uri(server.Address, $"/bot{server.Token}/getMe"));

        Assert.Equal(HttpStatusCode.TooManyRequests, onItsWay.StatusCode);
        Assert.Equal((3, 2), (server.RefusedForRate, server.CallsInsideForbiddenWindow));
    }

    [Fact]
    public async Task A_hook_that_throws_is_not_lost_in_a_mute_500()
    {
        _server.OnCall = _ => throw new InvalidOperationException("the hook is wrong");

        var answer = await SendAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("the hook is wrong", Assert.Single(_server.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_leave_no_message()
    {
        var faults = new Queue<Fault>([new Fault.Forbidden(), new Fault.BadRequest("Bad Request: chat not found"), new Fault.BadGatewayHtml()]);
        _server.Faults = _ => faults.Dequeue();

        HttpStatusCode[] codes = [(await SendAsync()).StatusCode, (await SendAsync()).StatusCode, (await SendAsync()).StatusCode];

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.BadGateway], codes);
        Assert.Equal("400 Bad Request: chat not found", _server.Calls[1].Outcome);
        Assert.Throws<InvalidOperationException>(() => _server.Screen(7));
    }

    [Fact]
    public async Task A_server_error_may_come_after_the_message_was_delivered()
    {
        _server.Faults = _ => new Fault.ServerErrorAfterAccepting();

        var answer = await SendAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.True(Assert.Single(_server.Calls).IsAccepted);
        Assert.Equal("Chào", _server.Screen(7).Text);
    }

    [Fact]
    public async Task A_connection_dropped_after_accepting_leaves_the_message()
    {
        _server.Faults = _ => new Fault.DropAfterAccepting();

        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal("ok, then dropped", Assert.Single(_server.Calls).Outcome);
        Assert.Equal("Chào", _server.Screen(7).Text);
    }

    [Fact]
    public async Task A_connection_dropped_before_leaves_nothing()
    {
        _server.Faults = _ => new Fault.DropBefore();

        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.False(Assert.Single(_server.Calls).IsAccepted);
        Assert.Throws<InvalidOperationException>(() => _server.Screen(7));
    }

    [Fact]
    public async Task Half_a_body_breaks_off_but_the_message_stands()
    {
        _server.Faults = _ => new Fault.HalfBody();

        var failure = await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(failure.InnerException).HttpRequestError);
        Assert.Equal("Chào", _server.Screen(7).Text);
    }

    [Fact]
    public async Task A_delayed_call_waits_for_the_clock()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Faults = _ =>
        {
            asked.SetResult();
            return new Fault.Delay(TimeSpan.FromSeconds(30));
        };

        var sending = SendAsync();
        await asked.Task;
        Assert.False(sending.IsCompleted);
        while (!sending.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.OK, (await sending).StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync() => SendAsync(_server);

    private Task<HttpResponseMessage> SendAsync(FakeTelegram server) =>
        _http.PostAsJsonAsync(new Uri(server.Address, $"/bot{server.Token}/sendMessage"), new { chat_id = 7, text = "Chào" });
}
