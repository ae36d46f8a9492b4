"""Language models behind one port: any OpenAI-compatible endpoint, a GGUF file in this process, any provider that LangChain knows."""
