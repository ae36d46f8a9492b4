"""Is it us, is it alive, may we say it: rules that find words, scores that measure, and the scorecard they make."""
