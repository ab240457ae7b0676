using CccdBot.Core.Storage;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Storage;

/// <summary>The keys that cookies and forms are sealed with, as the framework wants to see them.</summary>
internal sealed class KeysDb(DbContextOptions<KeysDb> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<DataProtectionKey>(key =>
    {
        key.ToTable(KeyTables.Table);
        key.Property(k => k.Id).HasColumnName("id");
        key.Property(k => k.FriendlyName).HasColumnName("friendly_name");
        key.Property(k => k.Xml).HasColumnName("xml");
    });
}

/// <summary>The same table as a part of the ledger, so that its migrations make it.</summary>
internal sealed class KeyTables : ITables
{
    public const string Table = "data_protection_keys";

    public void Map(ModelBuilder model) => model.Entity<DataProtectionKey>().ToTable(Table);
}
