using System.Runtime.InteropServices;

namespace CccdBot.Core.Answers.Understanding;

/// <summary>Rows of numbers as they lie in memory: the file is read by the machine, and by the build, that wrote it.</summary>
internal static class Rows
{
    public static void Write<T>(BinaryWriter to, ReadOnlySpan<T> row) where T : unmanaged
    {
        to.Write(row.Length);
        to.Write(MemoryMarshal.AsBytes(row));
    }

    public static T[] Read<T>(BinaryReader from) where T : unmanaged
    {
        var row = new T[from.ReadInt32()];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.AsSpan()));
        return row;
    }
}
