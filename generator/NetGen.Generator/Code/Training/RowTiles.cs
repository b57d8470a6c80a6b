using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints the loops around a tile of a product.</summary>
internal static class RowTiles
{
    /// <summary>Opens the loop over the tiles of rows; the last one goes on behind the last row.</summary>
    public static IDisposable Open(CodeWriter code, ProductTile tile) =>
        code.Open($"for (nuint row = 0; row < rows; row += {tile.Rows})");

    /// <summary>Opens the loop over a group's panels.</summary>
    public static IDisposable OpenPanels(CodeWriter code, PanelGroup group)
    {
        if (group.Repeat == 1)
        {
            CodeWriter.Block block = code.Open("");
            code.Line($"const uint panel = {group.First};");
            return block;
        }

        int end = group.First + (group.Panels * group.Repeat);
        string move = group.Panels == 1 ? "panel++" : $"panel += {group.Panels}";
        return code.Open($"for (nuint panel = {group.First}; panel < {end}; {move})");
    }

    /// <summary>Where a column's vector stands, if each panel has its own place.</summary>
    public static long VectorOffset(int column, VectorWidth width, long panelLength) =>
        (column / width.VectorsPerPanel * panelLength) + (column % width.VectorsPerPanel * width.Lanes);
}
