"""The facilitator's own list of exercises led. It lies apart from every journal, and knows of none."""
