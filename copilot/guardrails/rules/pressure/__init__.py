"""PRS and CRP: pressure on the reader, and too much closeness."""
