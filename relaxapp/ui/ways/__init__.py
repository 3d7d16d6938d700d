"""Ways through several screens: a file each, its function of the same name, started by `RelaxApp.go`."""
