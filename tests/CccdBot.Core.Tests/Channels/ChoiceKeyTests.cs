using System.Text;
using CccdBot.Core.Channels;

namespace CccdBot.Core.Tests.Channels;

public sealed class ChoiceKeyTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1010, 1)]
    [InlineData(long.MaxValue, 99)]
    public void A_key_reads_back_as_it_was_written_and_fits_into_telegrams_64_bytes(long message, int choice)
    {
        var key = ChoiceKey.Of(message, choice);

        Assert.Equal(new ChoiceKey(message, choice), ChoiceKey.Read(key));
        Assert.InRange(Encoding.UTF8.GetByteCount(key), 1, 64);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("3f2")]
    [InlineData("3f2.-1")]
    [InlineData("3f2.1.1")]
    [InlineData("xyz.1")]
    [InlineData("3f2. 1")]
    [InlineData("fffffffffffffffffffff.1")]
    [InlineData("3f2.99999999999")]
    public void What_is_none_of_ours_is_no_key(string? key) => Assert.Null(ChoiceKey.Read(key));
}
