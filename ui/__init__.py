"""The desk: Streamlit pages over `copilot.service`. A page parses, calls one method, and shows."""
