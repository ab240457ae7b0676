using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Storage;

/// <summary>The commune's ledger; it names no table itself, each room maps its own.</summary>
public sealed class CccdDb(DbContextOptions<CccdDb> options, IEnumerable<ITables> rooms) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        foreach (var room in rooms)
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
