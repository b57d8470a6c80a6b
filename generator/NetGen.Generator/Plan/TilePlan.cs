namespace NetGen.Generator.Plan;

/// <summary>The part of a product that is accumulated in registers at a time: rows of a batch by groups of columns.</summary>
internal sealed record TilePlan(int Rows, EquatableArray<ColumnGroup> Groups)
{
    /// <summary>Splits a layer's outputs into groups of at most <paramref name="most"/> vectors, as even as can be.</summary>
    public static TilePlan Of(MatrixPlan plan, VectorWidth width, int rows, int most)
    {
        List<ColumnGroup> groups = [];
        if (plan.Outputs < VectorWidth.PanelLanes || most < width.VectorsPerPanel)
        {
            // A part of the vectors of one panel at a time.
            int columns = plan.Outputs < VectorWidth.PanelLanes && !plan.IsNarrow
                ? (plan.Outputs + width.Lanes - 1) / width.Lanes
                : plan.Panels * width.VectorsPerPanel;
            for (int first = 0; first < columns; first += most)
            {
                groups.Add(new ColumnGroup(first, Math.Min(most, columns - first), 1));
            }

            return new TilePlan(rows, new EquatableArray<ColumnGroup>(groups));
        }

        int panelsAtMost = most / width.VectorsPerPanel;
        int count = (plan.Panels + panelsAtMost - 1) / panelsAtMost;
        for (int panel = 0, group = 0; group < count;)
        {
            int panels = (plan.Panels / count) + (group < plan.Panels % count ? 1 : 0);
            int alike = group < plan.Panels % count ? (plan.Panels % count) - group : count - group;
            groups.Add(new ColumnGroup(panel * width.VectorsPerPanel, panels * width.VectorsPerPanel, alike));
            panel += panels * alike;
            group += alike;
        }

        return new TilePlan(rows, new EquatableArray<ColumnGroup>(groups));
    }
}

/// <summary>Neighbouring vectors of outputs that are accumulated together.</summary>
/// <param name="First">The index of the first vector.</param>
/// <param name="Columns">The number of vectors.</param>
/// <param name="Repeat">How many such groups follow each other: a loop where more than one.</param>
internal sealed record ColumnGroup(int First, int Columns, int Repeat);
