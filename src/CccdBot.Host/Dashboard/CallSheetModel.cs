using CccdBot.Core.Storage;

namespace CccdBot.Host.Dashboard;

/// <summary>Whom to tell, on paper, a sheet for each place: for the head of the hamlet who goes from house to house.</summary>
internal sealed class CallSheetModel(CccdDb db) : StaffPage
{
    public IReadOnlyList<IGrouping<string, CallView>> Places { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Places = [.. (await CallView.OpenAsync(db, ct)).GroupBy(call => call.Place).OrderBy(place => place.Key, StringComparer.Ordinal)];
}
