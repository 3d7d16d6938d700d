"""When it happens. Pure, standard library only; time is an argument."""
