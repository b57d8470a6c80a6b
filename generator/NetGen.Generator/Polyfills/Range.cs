namespace System;

internal readonly record struct Range(Index Start, Index End);
