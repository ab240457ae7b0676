using System.Globalization;
using System.Text.Json;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CccdBot.Host.Tests.Moving;

/// <summary>A ledger in a file, with content, and an empty one on the server.</summary>
internal sealed class TwoLedgers(Ground old, Ground moved) : IAsyncDisposable
{
    public Ground Old => old;

    public Ground New => moved;

    public static async Task<TwoLedgers> LikeAsync(Ground ground) => new(await Ground.NewFileAsync(ground), await Ground.NewAsync());

    public Task<(int Code, string Printed)> MoveAsync() => MoveProcess.RunAsync(Old.ConnectionString, New);

    public MoveProcess StartMove() => MoveProcess.Start(Old.ConnectionString, New);

    /// <summary>Every row of every table as words, read by the rooms' own mapping.</summary>
    public static async Task<List<string>> WordsAsync(Ground ground)
    {
        await using var ledger = await Ledger.OpenAsync(penAtWork: false, ground: ground);
        return await ledger.ReadAsync(db => Task.FromResult(
            db.Model.GetEntityTypes().SelectMany(table => RowsOf(db, table)).Order(StringComparer.Ordinal).ToList()));
    }

    public async Task<long> RowsOnServerAsync()
    {
        var tables = await New.RowsAsync(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE 'qrtz%' AND table_name NOT LIKE '\\_\\_%'",
            row => row.GetString(0));
        return await New.NumberAsync($"SELECT SUM(n)::bigint FROM ({string.Join(" UNION ALL ", tables.Select(table => $"SELECT COUNT(*) n FROM {table}"))}) all_of_them");
    }

    public async ValueTask DisposeAsync()
    {
        await Old.DisposeAsync();
        await New.DisposeAsync();
    }

    private static List<string> RowsOf(CccdDb db, IEntityType table)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(table.ClrType).Invoke(db, null)!;
        return set.AsNoTracking().ToList().ConvertAll(row =>
            $"{table.GetTableName()}: {JsonSerializer.Serialize(table.GetProperties().Select(property => Words(property, db.Entry(row).Property(property).CurrentValue)))}");
    }

    private static string? Words(IProperty property, object? value) => property.GetTypeMapping().Converter is { } converter
        ? Words(converter.ConvertToProvider(value))
        : Words(value);

    private static string? Words(object? value) => value is DateTime moment
        ? moment.ToString("O", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture);
}
