-- staging.resident: grain body. Inhabitants and foreign residents by official statistics; null for Stadt Aachen, who is counted with 05334.
select body, unit, inhabitants, foreigners from raw.body;
