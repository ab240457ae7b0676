using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Outreach.Registry;

internal sealed class VillagerTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Villager>(villager =>
        {
            villager.ToTable("villagers");
            villager.Property(v => v.Name).HasMaxLength(Person.LongestName);
            villager.Property(v => v.NameFolded).HasMaxLength(Person.LongestName);
            villager.Property(v => v.Phone).HasMaxLength(11);
            villager.Property(v => v.FieldArea).HasMaxLength(Villager.LongestWords);
            villager.Property(v => v.Carrier).HasMaxLength(Villager.LongestWords);
            villager.Property(v => v.Household).HasMaxLength(Villager.LongestWords);
            villager.Property(v => v.Back).HasMaxLength(Villager.LongestWords);
            villager.Property(v => v.Note).HasMaxLength(Villager.LongestNote);
            villager.Property(v => v.PersonId).HasConversion(id => id!.Value.Value, value => new PersonId(value));
            villager.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Restrict);
            villager.HasOne<Place>().WithMany().HasForeignKey(v => v.PlaceCode).OnDelete(DeleteBehavior.Restrict);
            villager.HasOne<ListImport>().WithMany().HasForeignKey(v => v.ImportId).OnDelete(DeleteBehavior.Restrict);
            villager.HasIndex(v => new { v.PlaceCode, v.NameFolded }).HasDatabaseName("ix_villagers_village");
            villager.HasIndex(v => v.PersonId).IsUnique().HasFilter("person_id IS NOT NULL").HasDatabaseName("ux_villagers_person");
        });
        model.Entity<ListImport>(import =>
        {
            import.ToTable("list_imports");
            import.Property(i => i.Id).ValueGeneratedNever();
        });
    }
}

/// <summary>The tables of the list of people to reach.</summary>
public static class VillagerSets
{
    extension(CccdDb db)
    {
        public DbSet<Villager> Villagers => db.Set<Villager>();

        public DbSet<ListImport> ListImports => db.Set<ListImport>();
    }
}
