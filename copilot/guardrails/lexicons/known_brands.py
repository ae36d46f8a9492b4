"""Names of brands that many readers know, as they are written.

They serve one question: does the copy compare itself with a named competitor? Names that are also common words (Orange, Target, Gap, Boss) are left out.
Origin: general knowledge, written here 2026-11-22.
"""

KNOWN_BRANDS = frozenset(
    name.strip()
    for name in """
    Adidas, Adobe, Airbnb, Aldi, AliExpress, Amazon, Apple, Asics, Asos, Auchan, Audi, Barbour, Birkenstock, BMW, Boohoo, Bosch, Boulanger, Bouygues,
    Burger King, Canva, Carrefour, Casper, Castorama, Cdiscount, Chanel, Citroën, Coca-Cola, Converse, Crocs, Darty, Decathlon, Deliveroo, Dior,
    Dr. Martens, Dyson, eBay, Emma, Etsy, Facebook, Fnac, Gillette, GoPro, Google, Gucci, H&M, Hermès, HubSpot, IKEA, Ikea, Instagram, Intermarché,
    John Lewis, Kiabi, Kindle, L'Oréal, Lacoste, Leclerc, Leroy Merlin, Levi's, LG, Lidl, LinkedIn, Lululemon, Mailchimp, Mango, Marks & Spencer,
    McDonald's, Mercedes, Microsoft, Monoprix, Nespresso, Nestlé, Netflix, New Balance, Nike, Nivea, Nutella, OpenAI, Patagonia, Pepsi, Peugeot,
    Philips, Picard, Primark, Puma, Reebok, Renault, Ryanair, Sainsbury's, Salesforce, Samsung, Sephora, SFR, Shein, Shopify, Siemens, Slack, Sony,
    Spotify, Starbucks, Stripe, Temu, Tesco, Tesla, Tupperware, Uber, Uniqlo, Vans, Vinted, Vodafone, Volkswagen, Volvo, Walmart, Yves Rocher,
    Zalando, Zara, Zendesk
    """.replace("\n", " ").split(",")
)
