"""One repository each for goods, places, the ledger, orders, inbound, scans and paper."""
