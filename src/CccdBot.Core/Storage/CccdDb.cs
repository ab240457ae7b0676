using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Storage;

/// <summary>The commune's ledger; it names no table itself, each room maps its own.</summary>
public class CccdDb : DbContext
{
    private readonly IEnumerable<ITables> _rooms;

    public CccdDb(DbContextOptions<CccdDb> options, IEnumerable<ITables> rooms) : base(options) => _rooms = rooms;

    /// <summary>For an engine that keeps its migrations under a type of its own.</summary>
    protected CccdDb(DbContextOptions options, IEnumerable<ITables> rooms) : base(options) => _rooms = rooms;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        foreach (var room in _rooms)
        {
            room.Map(modelBuilder);
        }

        SnakeCase.Apply(modelBuilder.Model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTime>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }
}
