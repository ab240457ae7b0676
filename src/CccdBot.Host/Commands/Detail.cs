using CsvHelper.Configuration.Attributes;

namespace CccdBot.Host.Commands;

/// <summary>One line of the details: what was said to one row.</summary>
internal sealed class Detail(string id, AskedOnce said)
{
    [Name("id")]
    public string Id { get; } = id;

    [Name("outcome")]
    public string Outcome { get; } = said.Outcome;

    [Name("topics")]
    public string Topics { get; } = string.Join(';', said.Topics);

    [Name("choices")]
    public string Choices { get; } = string.Join(';', said.Choices);

    [Name("text")]
    public string Text { get; } = said.Text;
}
