"""The geometry of charts: numbers in, places on paper out; templates draw them as SVG."""
