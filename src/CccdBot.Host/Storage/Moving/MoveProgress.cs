using System.Diagnostics;

namespace CccdBot.Host.Storage.Moving;

/// <summary>How far the move has come: one line written over again on a screen, a line for every tenth in a file.</summary>
internal sealed class MoveProgress(TextWriter output, bool isScreen) : IDisposable
{
    private const int Width = 30;

    private static readonly TimeSpan BetweenTwoLooks = TimeSpan.FromMilliseconds(100);

    private long _drawn = Stopwatch.GetTimestamp();
    private string _table = "";
    private long _total;
    private long _done;
    private long _tenths;

    private long Percent => _total == 0 ? 100 : _done * 100 / _total;

    public void Begin(long total) => _total = total;

    public void Step(string table)
    {
        (_table, _done) = (table, _done + 1);
        if (isScreen)
        {
            DrawNowAndThen();
        }
        else if (Percent / 10 > _tenths)
        {
            _tenths = Percent / 10;
            output.WriteLine($"{Percent,3}%  {_table}");
        }
    }

    /// <summary>Leaves the line, so that what follows stands below it.</summary>
    public void Dispose()
    {
        if (isScreen && _done > 0)
        {
            Draw();
            output.WriteLine();
        }
    }

    private void DrawNowAndThen()
    {
        if (Stopwatch.GetElapsedTime(_drawn) >= BetweenTwoLooks)
        {
            Draw();
            _drawn = Stopwatch.GetTimestamp();
        }
    }

    private void Draw()
    {
        var full = (int)(Percent * Width / 100);
        output.Write($"\r[{new string('#', full)}{new string('.', Width - full)}] {Percent,3}%  {_table,-30}");
    }
}
