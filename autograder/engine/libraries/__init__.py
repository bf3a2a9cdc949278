"""What the engine knows of each library: kinds of values that cross, state to put back."""
