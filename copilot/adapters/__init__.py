"""The only place that imports langchain, openai, chromadb and sqlalchemy. Everything here fulfils a port of `copilot.ports`."""
