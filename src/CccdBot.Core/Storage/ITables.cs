using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Storage;

/// <summary>One room's share of the ledger: the tables it keeps and their constraints.</summary>
public interface ITables
{
    void Map(ModelBuilder model);
}
