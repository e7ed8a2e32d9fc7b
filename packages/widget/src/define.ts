import './elements/renewal/define.ts';
