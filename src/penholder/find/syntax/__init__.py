"""Who acts in a clause, where it ends and whether it happened, from the grammar of a sentence."""
