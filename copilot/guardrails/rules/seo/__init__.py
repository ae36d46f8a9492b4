"""SEO: what a results page shows, and what it distrusts."""
